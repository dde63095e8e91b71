/** What completes `portcullis` in bash. It needs no other package, and passes on what was typed as it is: nothing of it is
 *  evaluated. */
export const BASH_SCRIPT = `# bash completion for portcullis

_portcullis() {
  # Bash takes words apart at ":", "=" and "@": what follows without a blank belongs to the same word.
  local rest=\${COMP_LINE:0:COMP_POINT} words=() word trimmed i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed=\${rest#"\${rest%%[![:space:]]*}"}
    word=\${COMP_WORDS[i]}
    # The last one may go on behind the cursor.
    [[ $trimmed == "$word"* ]] || word=$trimmed
    if ((i == 0)) || [[ $trimmed != "$rest" ]]; then
      words+=("$word")
    else
      words[\${#words[@]} - 1]+=$word
    fi
    rest=\${trimmed#"$word"}
  done

  # A line each, with what is said about it after a tab; the last line says whether to look for files instead.
  local line answer=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :*) answer=$line ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(portcullis complete -- "\${words[@]:1}" 2> /dev/null)
  [[ $answer != :4 ]] || compopt +o default 2> /dev/null
}

complete -o default -F _portcullis portcullis
`;
