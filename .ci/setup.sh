# Sourced by ./nlopt and ./test: finds a .NET SDK that suits global.json, or installs one, and says on standard error what it does.
# After `require_dotnet` the variable DOTNET_ROOT is exported and `dotnet` runs the SDK found.

say() { printf 'nlopt: %s\n' "$*" >&2; }

# Exit code 4 is "engine or service missing or failed" (docs/reference/exit-codes.md).
fail() { say "$@"; exit 4; }

# A directory is suitable when its dotnet accepts the version that global.json asks for.
suits() { [[ -x $1/dotnet ]] && (cd "$root" && DOTNET_ROOT=$1 "$1/dotnet" --version >/dev/null 2>&1 </dev/null); }

find_dotnet() {
    local candidate on_path
    on_path=$(command -v dotnet || true)
    [[ -n $on_path ]] && on_path=$(dirname "$(readlink -f "$on_path")")
    for candidate in "${DOTNET_ROOT-}" "$on_path" "${HOME-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if [[ -n $candidate ]] && suits "$candidate"; then
            export DOTNET_ROOT=$candidate PATH=$candidate:$PATH
            return 0
        fi
    done
    return 1
}

install_dotnet() {
    local package=dotnet-sdk-10.0 sudo=()
    command -v apt-get >/dev/null || return 1
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        sudo=(sudo -n)
    fi
    say "no .NET 10 SDK found; installing $package with apt-get ..."
    { "${sudo[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -yq --no-install-recommends "$package"; } >&2 </dev/null
}

require_dotnet() {
    # The SDK itself runs without the ICU library, prints no banner, and needs a home it can write to.
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
    if [[ ! -w ${HOME-} ]]; then
        mkdir -p "$root/artifacts/home"
        export HOME=$root/artifacts/home
    fi
    find_dotnet && return
    install_dotnet && find_dotnet && return
    fail "the .NET 10 SDK is missing and could not be installed from here. Install it (Debian, Ubuntu: 'apt-get install dotnet-sdk-10.0';" \
        "others: https://dotnet.microsoft.com/download/dotnet/10.0) so that 'dotnet --version' says 10.0.100 or later, then run this again."
}

require_writable() {
    mkdir -p "$root/artifacts" 2>/dev/null && [[ -w $root/artifacts ]] ||
        fail "cannot write to $root/artifacts, where the build goes. Copy the checkout to a place you may write to, or change its permissions."
}

# Runs a build step with its output in a log; shows what went wrong when it fails.
logged() {
    local log=$1
    shift
    "$@" >"$log" 2>&1 </dev/null 8>&- && return
    grep -E '(error|warning) [A-Z]+[0-9]+|error ?:|^Unhandled' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
    grep -qE 'error NU[0-9]+' "$log" && say "packages come from the NuGet feed: the first build needs the network."
    fail "the build failed; the whole log is $log"
}

# One set-up at a time: a second one waits here and then finds everything done. The lock is file descriptor 8, closed for build servers.
lock() {
    exec 8>"$root/artifacts/.lock-$1"
    command -v flock >/dev/null || return 0
    flock -n 8 || { say "waiting for another build to finish ..."; flock 8; }
}

unlock() { exec 8>&-; }
