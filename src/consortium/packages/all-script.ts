/** Beside the packages: starts and stops all processes of a machine, each by the script of its package. */
export const ALL_FILE = "all.sh";

/** The same for every agency: it looks for packages beside it, and for their keys. */
export const ALL_SCRIPT = `#!/bin/sh
# Starts or stops the processes of the packages beside this file whose keys are on this machine:
#   sh ${ALL_FILE} start DIRECTORY [--sync] [FLAGS OF GETH]
#   sh ${ALL_FILE} stop DIRECTORY
# DIRECTORY has the key of each in NODE/GROUP/nodekey, where "portcullis consortium keys" makes them. What runs already is started
# again, one after the other. Each process writes to geth.log beside its key, and what it is told besides is for start.sh of its package.
set -eu

packages=$(cd "$(dirname "$0")" && pwd)
what=\${1:?"Say start or stop: sh ${ALL_FILE} start DIRECTORY"}
case "$what" in
  start | stop) ;;
  *)
    echo "$what is neither start nor stop: sh ${ALL_FILE} start DIRECTORY" >&2
    exit 2
    ;;
esac
keys=$(cd "\${2:?"Name the directory with the keys: sh ${ALL_FILE} $what DIRECTORY"}" && pwd)
shift 2

# A number that another program has by now is not that of the process.
runs() {
  pid=$(cat "$1/geth.pid" 2> /dev/null || echo 0)
  [ "$pid" -gt 0 ] && ps -o args= -p "$pid" | grep -q -F -e "$1"
}

ended=0
found=0
for script in "$packages"/*/*/start.sh; do
  own=\${script#"$packages/"}
  own=\${own%/start.sh}
  data=$keys/$own
  if [ ! -f "$data/nodekey" ]; then continue; fi
  found=1
  if runs "$data"; then
    kill "$pid"
    while runs "$data"; do sleep 1; done
  fi
  rm -f "$data/geth.pid"
  if [ "$what" = stop ]; then continue; fi
  nohup sh "$script" "$data" "$@" >> "$data/geth.log" 2>&1 &
  echo $! > "$data/geth.pid"
  sleep 2
  if runs "$data"; then
    echo "$own runs as process $pid and writes to $data/geth.log."
  else
    echo "$own has ended. The end of $data/geth.log:" >&2
    tail -n 5 "$data/geth.log" >&2
    ended=1
  fi
done

if [ $found = 0 ]; then
  echo "There is no key of these packages in $keys, such as NODE/GROUP/nodekey." >&2
  exit 1
fi
exit $ended
`;
