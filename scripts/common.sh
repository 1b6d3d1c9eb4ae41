# shellcheck shell=bash disable=SC2034 # variables that only the others read
# Sourced by the other scripts: where things are, and the few helpers they share.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Tools live outside the tree, so that every clone shares them and `make clean` keeps them.
cache=${VILLAGE_CHARTS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/village-charts}
wasm_pack=0.15.1 # its version; that of wasm-bindgen stands in Cargo.lock
cargo_fuzz=0.13.2
cargo_audit=0.22.2
me=${0##*/}

# rustup's cargo must win over a distribution's, also in shells that have not read ~/.cargo/env.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
if [ -x "$cargo_home/bin/rustup" ]; then PATH=$cargo_home/bin:$PATH; fi

say() { printf '%s: %s\n' "$me" "$*"; }
die() { printf '%s: %s\n' "$me" "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The version of crate $1 that Cargo.lock pins.
locked() {
  awk -v name="\"$1\"" '
    $1 == "name" { hit = $3 == name }
    hit && $1 == "version" { gsub(/"/, "", $3); print $3; exit }
  ' "$root/Cargo.lock"
}

# One digest of standard input.
digest() { if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -c1-16; }

# One digest of the names and contents of all files at or below the given paths.
digest_of() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | digest; }

# What tells the files of one build from those of another. Run in the root, after the modules are made.
build_name() { printf 'build:%s' "$(digest_of www/src texts target/pkg{,-tools}/*.js | cut -c1-8)"; }

# The same as esbuild's option for `BUILD`.
build_option() { printf -- '--define:BUILD="%s"' "$(build_name)"; }

# Holds lock file $1 until the script ends. Children that may outlive it must be started with 9>&-.
lock() {
  mkdir -p "$(dirname "$1")"
  have flock || return 0
  exec 9>"$1"
  flock -n 9 || { say 'waiting for another run to finish'; flock 9; }
}

# apt_install WHAT PACKAGE...: installs Debian packages for WHAT, or says what to install.
apt_install() {
  local what=$1 sudo=() get=(apt-get -o DPkg::Lock::Timeout=300)
  shift
  have apt-get || die "missing: $what. Install it with your system's package manager (on Debian: $*)"
  if [ "$(id -u)" != 0 ]; then
    have sudo || die "missing: $what. Run as root: apt-get install $*"
    sudo=(sudo)
  fi
  say "installing $what ($*) with apt-get"
  {
    "${sudo[@]}" "${get[@]}" update -qq &&
      "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive "${get[@]}" install -qq -y --no-install-recommends "$@" >/dev/null
  } 9>&- </dev/null || die "missing: $what. 'apt-get install $*' failed; run it by hand to see why"
}

# cargo_tool NAME BINARY VERSION [OPTION...]: a command from crates.io, one version in one folder.
cargo_tool() {
  local name=$1 binary=$2 version=$3 dir=$cache/$2-$3
  shift 3
  [ -x "$dir/bin/$binary" ] && return
  say "installing $name $version into $dir (several minutes, once)"
  local install=(cargo install "$name" --version "=$version" --root "$dir" --quiet "$@")
  # Some crates lock a dependency that a registry no longer, or not yet, serves.
  "${install[@]}" --locked || { say 'trying again without --locked' && "${install[@]}"; } ||
    die "missing: $name $version. Run '${install[*]}' where crates.io can be reached"
}
