# Part of the launcher, which reads it: what is built is laid out to be run.
#
# A program reads its classes as it comes to need them, and the next build writes over the jar. So each build is run from a
# directory of its own, beside files that are named after the processes that run it; when none of them lives any more, the
# directory goes. There the libraries lie beside the jar, with a cache of classes that are loaded and linked already
# (JEP 483, JEP 514): both let a command start sooner, and without either it runs as well.

# Makes $jar what is built, laid out, and $cache its cache, where there are any.
lay_out() {
    runs=$home/target/ledger-runs
    build=$({ stat -c '%y %s' "$built" "$jar" || stat -f '%Fm %z' "$built" "$jar"; } 2>/dev/null | tr -dc 0-9)
    [ -f "$home/pom.xml" ] && [ -n "$build" ] && mkdir -p "$runs/$build" 2>/dev/null &&
        touch "$runs/$build/$$" 2>/dev/null || return 0
    program=$runs/$build/program
    if [ ! -d "$program" ]; then
        unpack || return 0
    fi
    jar=$program/${jar##*/}
    if [ -f "$program/classes.aot" ] && may_cache; then
        cache=$program/classes.aot
    fi
    forget_builds
}

# Where the jar cannot be taken apart, it is copied as it is.
unpack() {
    own=$program.$$
    if ! "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$own" >/dev/null 2>&1 ||
        [ ! -f "$own/${jar##*/}" ]; then
        rm -rf "$own"
        mkdir "$own" 2>/dev/null && cp "$jar" "$own" 2>/dev/null || {
            rm -rf "$own"
            return 1
        }
    fi
    if [ -d "$program" ]; then
        rm -rf "$own"
    else
        mv "$own" "$program"
        if [ -d "$program/lib" ] && may_cache; then
            fill_cache
        fi
    fi
}

# Other versions of Java may know other words for what they are not to say of a cache, and then would not start; nor would
# one that is told of another cache.
may_cache() {
    case "${LEDGER_JAVA_OPTS:-} ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-}" in
        *-Xshare* | *SharedArchiveFile* | *-XX:AOT*) return 1 ;;
    esac
    [ "$(version_of "$JAVA_HOME" java)" = "$needed" ]
}

# A report of an empty ledger goes through most of what every command does first. It knows nothing of the settings of
# whoever starts this, so that it cannot reach their database.
fill_cache() {
    training=$runs/$build/training
    env -i "PATH=$PATH" "HOME=${HOME:-/}" LC_ALL=C.UTF-8 \
        "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "-XX:AOTCacheOutput=$training.aot" \
        -Daxoniq.update-checker.disabled=true "-Dledger.home=$training" -jar "$program/${jar##*/}" \
        report annual --zone=none --year=2000 "--data=$training" >/dev/null 2>&1 </dev/null || true
    [ ! -f "$training.aot" ] || mv "$training.aot" "$program/classes.aot"
    rm -rf "$training"
}

forget_builds() {
    for directory in "$runs"/*; do
        runs_it=
        for process in "$directory"/[0-9]*; do
            if kill -0 "${process##*/}" 2>/dev/null || [ -d "/proc/${process##*/}" ]; then
                runs_it=yes
            else
                rm -f "$process"
            fi
        done
        [ -n "$runs_it" ] || rm -rf "$directory"
    done
}
