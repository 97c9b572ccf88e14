/** The shells that have a script; each asks `completions answer` at every key, so that a script never lists a command that is gone. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** readline cuts words at `=` and `:`; they are put together again by where they stand, and what it has cut off is taken from each answer. */
const BASH = `# omni-refactor completions bash
_omni_refactor() {
  local rest=\${COMP_LINE:0:COMP_POINT} words=() piece head='' i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=\${COMP_WORDS[i]}
    [[ \${rest:0:1} == ' ' || $i -eq 0 ]] && words+=('')
    rest=\${rest#"\${rest%%[! ]*}"}
    [[ $i -eq $COMP_CWORD ]] && piece=$rest
    rest=\${rest:\${#piece}}
    words[\${#words[@]}-1]+=$piece
  done
  [[ $piece == [=:] ]] && piece=''
  local current=\${words[\${#words[@]}-1]}
  head=\${current:0:\${#current}-\${#piece}}
  COMPREPLY=()
  local kind='' line
  while IFS= read -r line; do
    if [[ -z $kind ]]; then kind=$line; continue; fi
    line=\${line%%$'\\t'*}
    COMPREPLY+=("$(printf '%q' "\${line#"$head"}")")
  done < <("$1" completions answer -- "\${words[@]:1}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 0 && ( $kind == files || $kind == folders ) ]]; then
    compopt -o filenames 2>/dev/null
    local how=-f
    [[ $kind == folders ]] && how=-d
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$how" -- "$piece")
  fi
}
complete -F _omni_refactor omni-refactor
`;

const ZSH = `#compdef omni-refactor
# omni-refactor completions zsh
_omni_refactor() {
  local -a lines values
  local line
  lines=("\${(@f)$("\${words[1]}" completions answer -- "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  for line in "\${(@)lines[2,-1]}"; do
    [[ -n $line ]] && values+=("\${\${line%%$'\\t'*}//:/\\\\:}\${\${(M)line%$'\\t'*}/$'\\t'/:}")
  done
  if (( \${#values} )); then _describe -V 'omni-refactor' values
  elif [[ $lines[1] == files ]]; then compset -P '--*='; _files
  elif [[ $lines[1] == folders ]]; then compset -P '--*='; _files -/
  fi
}
if [[ \${funcstack[1]} == _omni_refactor ]]; then _omni_refactor "$@"
else compdef _omni_refactor omni-refactor
fi
`;

const FISH = `# omni-refactor completions fish
function __omni_refactor_answer
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l answer ($words[1] completions answer -- $words[2..-1] "$current" 2>/dev/null)
  if test (count $answer) -gt 1
    printf '%s\\n' $answer[2..-1]
  else if test "$answer[1]" = files
    __fish_complete_path $current
  else if test "$answer[1]" = folders
    __fish_complete_directories $current
  end
end
complete -c omni-refactor -f -a '(__omni_refactor_answer)'
`;

export const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = { bash: BASH, zsh: ZSH, fish: FISH };
