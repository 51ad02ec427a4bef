# Completion of awardcli in bash. In ~/.bashrc: eval "$(awardcli completion bash)"

_awardcli() {
    local answer word
    COMPREPLY=()
    answer=$(awardcli __complete bash \
        "${COMP_LINE:0:COMP_POINT}" "${COMP_LINE:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null </dev/null)
    [ $? -eq 10 ] && return # a file: readline completes those best
    compopt +o bashdefault +o default 2>/dev/null
    while IFS= read -r word; do
        case $word in
            '') continue ;;
            *=) compopt -o nospace 2>/dev/null ;;
        esac
        COMPREPLY+=("$word")
    done <<<"$answer"
}

# An old bash cannot keep the order, nor leave files out.
complete -o bashdefault -o default -o nosort -F _awardcli awardcli 2>/dev/null ||
    complete -o bashdefault -o default -F _awardcli awardcli
