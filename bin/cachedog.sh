#!/bin/sh
# Drops the page cache whenever the free pages of zone Normal fall to its high mark; looks every second, as root.

# Prints one figure (nr_free_pages or high) of zone Normal, summed over the nodes.
zone_normal() {
    awk -v key="$1" '
        $1 == "Node" { normal = ($4 == "Normal") }
        normal && $1 == key { sum += $2; next }
        END { print sum + 0 }' /proc/zoneinfo
}

while :; do
    free=$(zone_normal nr_free_pages)
    high=$(zone_normal high)
    now=$(date '+%Y-%m-%d %H:%M:%S')
    if [ "$free" -le "$high" ]; then
        sysctl -q -w vm.drop_caches=3
        echo "$now [CLEAN] nr_free_pages < high, clean cache. nr_free_pages=$free ====> nr_free_pages=$(zone_normal nr_free_pages)"
        sysctl -q -w vm.drop_caches=1
        printf '\n\n\n'
    else
        echo "$now [NOTHING] nr_free_pages=$free high=$high"
    fi
    sleep 1
done
