# Completion of awardcli in fish. In ~/.config/fish/config.fish: awardcli completion fish | source

function __awardcli_complete
    set -l typed (commandline -ct)
    set -l answer (awardcli __complete fish "$typed" (commandline -opc) 2>/dev/null </dev/null)
    if test $status -eq 10
        set -l parts (string match -r -- '^(--[^=]+=|)(.*)$' "$typed")
        for path in (__fish_complete_path "$parts[3]")
            printf '%s%s\n' "$parts[2]" "$path"
        end
        return
    end
    for line in $answer
        set -l fields (string split \t -- $line)
        printf '%s\t%s\n' $fields[1] "$fields[3]"
    end
end

complete -c awardcli -f -a '(__awardcli_complete)'
