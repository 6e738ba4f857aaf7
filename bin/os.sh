#!/bin/sh
# Tunes a Linux machine that is a broker's alone. Run it once, as root.

sysctl -w vm.overcommit_memory=1
sysctl -w vm.drop_caches=1
sysctl -w vm.zone_reclaim_mode=0
sysctl -w vm.max_map_count=655360
sysctl -w vm.dirty_background_ratio=50
sysctl -w vm.dirty_ratio=50
sysctl -w vm.dirty_writeback_centisecs=360000
sysctl -w vm.page-cluster=3
sysctl -w vm.swappiness=1

append_once() {
    grep -q -x -F "$2" "$1" 2>/dev/null || echo "$2" >>"$1"
}
append_once /etc/profile 'ulimit -n 655350'
append_once /etc/security/limits.conf '* soft nofile 655350'
append_once /etc/security/limits.conf '* hard nofile 655350'
append_once /etc/security/limits.conf '* soft memlock unlimited'
append_once /etc/security/limits.conf '* hard memlock unlimited'

# Newer kernels call the deadline scheduler mq-deadline.
disk=$(lsblk -b -d -n -o NAME,SIZE,TYPE 2>/dev/null | awk '$3 == "disk" && $2 > most { most = $2; name = $1 } END { print name }')
scheduler=/sys/block/$disk/queue/scheduler
if [ -n "$disk" ] && [ -w "$scheduler" ]; then
    echo deadline 2>/dev/null >"$scheduler" || echo mq-deadline >"$scheduler"
    echo "$scheduler: $(cat "$scheduler")"
fi

sysctl vm.overcommit_memory vm.zone_reclaim_mode vm.max_map_count vm.dirty_background_ratio vm.dirty_ratio \
    vm.dirty_writeback_centisecs vm.page-cluster vm.swappiness
# shellcheck disable=SC3045 # dash and bash both have it
ulimit -n
tail -n 4 /etc/security/limits.conf

if [ -e ~/tmpfs ]; then
    echo "tmpfs exist, do nothing."
else
    ln -s /dev/shm ~/tmpfs && echo "create tmpfs ok"
fi
