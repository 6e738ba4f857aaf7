# What mqshutdown and benchmark/shutdown.sh share. Sourced, never run by itself.
# shellcheck shell=sh

# Prints the ids of the Java processes of this machine that run this class. 4.9 quirk: the case of the name is ignored.
pids_of() {
    if [ -r /proc/self/cmdline ]; then
        # shellcheck disable=SC2013 # these names hold no blanks
        for file in $(grep -l -i -F "$1" /proc/[0-9]*/cmdline 2>/dev/null); do
            program=$({ tr '\0' '\n' <"$file" | sed 1q; } 2>/dev/null)
            pid=${file#/proc/}
            case ${program##*/} in java*) echo "${pid%/cmdline}" ;; esac
        done
    else
        ps ax -o pid= -o args= | awk -v class="$1" '
            { program = $2; sub(/.*\//, "", program) }
            program ~ /^java/ && index(tolower($0), tolower(class)) { print $1 }'
    fi
}

# stop NAME CLASS: asks them to end, SIGTERM, and says so; status 255 if there are none.
stop() {
    pids=$(pids_of "$2")
    if [ -z "$pids" ]; then
        echo "No $1 running."
        exit 255
    fi
    echo "The $1($pids) is running..."
    # shellcheck disable=SC2086 # one word per process
    kill ${pids} || exit 1
    echo "Send shutdown request to $1($pids) OK"
}
