#compdef awardcli
# Completion of awardcli in zsh. In ~/.zshrc: eval "$(awardcli completion zsh)"

_awardcli() {
    local answer line
    local -a fields choices shown
    answer=$(awardcli __complete zsh $CURRENT "${(Q)PREFIX}" "${(@Q)words}" 2>/dev/null </dev/null)
    if (( $? == 10 )); then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
        return
    fi
    for line in "${(@f)answer}"; do
        fields=("${(@ps:\t:)line}")
        [[ -n $fields[1] ]] || continue
        # _describe reads "what to show:what it means", and takes the colon for its own in both lists
        choices+=("${${fields[1]//\\/\\\\}//:/\\:}")
        shown+=("${${fields[2]//\\/\\\\}//:/\\:}:$fields[3]")
    done
    (( $#choices )) || return 1
    # -U: what fits is settled, also where it is a sound and not how the word begins
    if [[ $choices[1] == *= ]]; then
        _describe 'awardcli' shown choices -U -S ''
    else
        _describe 'awardcli' shown choices -U
    fi
}

if [[ $funcstack[1] == _awardcli ]]; then
    _awardcli "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _awardcli awardcli
fi
