#!/bin/sh
# Drops the page cache, dentries and inodes. As root.

sysctl -w vm.drop_caches=3
