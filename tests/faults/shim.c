/*
 * Stands between a program and libc (LD_PRELOAD) for the files under one folder: writes down what is done to them, and
 * makes the N-th such call fail. Linux, 64 bit. Built by shim.ts.
 *
 *   NINEFOLD_FAULTS_UNDER    the folder, as an absolute path without links; without it the shim does nothing
 *   NINEFOLD_FAULTS_TRACE    record: a file outside it to which every call that changes something is appended
 *   NINEFOLD_FAULTS_MARKS    record: a path outside it; what is written there becomes a MARK in the trace, in its order
 *   NINEFOLD_FAULTS_CONTROL  inject: a file of 512 bytes, mapped, so that anyone may change it at any time:
 *
 *     int32  0 armed    1: count and fail. Set it last; 0 ends the fault.
 *            1 kinds    sum of 1 write, 2 sync, 4 truncate, 8 rename and link, 16 unlink and rmdir, 32 open, 64 mkdir
 *            2 nth      the first matching call to fail, from 1
 *            3 times    how many fail from there on; 0 is all
 *            4 action   0 fail, 1 write half and say so, 2 SIGKILL before the call, 3 SIGKILL after it
 *            5 errno    of action 0, such as 5 EIO or 28 ENOSPC
 *            6 seen     matching calls since armed (set it to 0 when arming)
 *            7 hit      faults made (the same)
 *     byte  64 name     only files whose path holds this text; empty is all
 *
 * A child process inherits all of this. Counting then goes over all of them; a trace tells processes apart. What it does
 * not see: mmap, fopen, io_uring (keep UV_USE_IO_URING=0), programs that are linked statically.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, LINK, MKDIR, RMDIR, CLOSE, MARK, DUP };
enum { K_WRITE = 1, K_SYNC = 2, K_TRUNCATE = 4, K_RENAME = 8, K_UNLINK = 16, K_OPEN = 32, K_MKDIR = 64 };
enum { GO, FAIL, HALF, KILL_AFTER };
enum { NOT_OURS, OURS, MARKS };

#define MOST_FDS 65536
#define PATH_BYTES 4352

typedef struct {
  uint32_t op, pid;
  int32_t fd;
  uint32_t path_length, other_length, data_length;
  int64_t a, b;
} Record;

typedef struct {
  int32_t armed, kinds, nth, times, action, error, seen, hit;
  char unused[32];
  char name[448];
} Control;

static long (*libc_syscall)(long, ...);
static char under[PATH_BYTES], marks[PATH_BYTES];
static size_t under_length;
static int trace = -1;
static volatile Control *control;
static unsigned char kind_of[MOST_FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) {
  libc_syscall = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  const char *folder = getenv("NINEFOLD_FAULTS_UNDER");
  if (!folder) return;
  strncpy(under, folder, PATH_BYTES - 1);
  const char *to = getenv("NINEFOLD_FAULTS_TRACE");
  if (to) trace = libc_syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *mark = getenv("NINEFOLD_FAULTS_MARKS");
  if (mark) strncpy(marks, mark, PATH_BYTES - 1);
  const char *with = getenv("NINEFOLD_FAULTS_CONTROL");
  if (with) {
    int fd = libc_syscall(SYS_openat, AT_FDCWD, with, O_RDWR | O_CLOEXEC, 0);
    void *map = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map != MAP_FAILED) control = map;
    if (fd >= 0) libc_syscall(SYS_close, fd);
  }
  under_length = strlen(under);
}

/* Every call goes through here, so that none comes before `start`. */
#define CALL(...) (pthread_once(&once, start), libc_syscall(__VA_ARGS__))

/* The whole path of a name relative to a folder handle. */
static const char *whole(int folder, const char *name, char *into) {
  if (name[0] == '/') return name;
  size_t length = 0;
  if (folder == AT_FDCWD) {
    if (!getcwd(into, 4096)) return name;
    length = strlen(into);
  } else {
    char link[64] = "/proc/self/fd/", digits[16];
    int at = 0, left = folder;
    do digits[at++] = '0' + left % 10; while ((left /= 10) > 0);
    char *end = link + strlen(link);
    while (at > 0) *end++ = digits[--at];
    *end = 0;
    long got = CALL(SYS_readlinkat, AT_FDCWD, link, into, 4096);
    if (got < 0) return name;
    length = got;
  }
  if (name[0]) {
    into[length++] = '/';
    strncpy(into + length, name, PATH_BYTES - length - 1);
    into[PATH_BYTES - 1] = 0;
  } else
    into[length] = 0;
  return into;
}

static int is_under(const char *path) {
  pthread_once(&once, start);
  return under_length > 0 && strncmp(path, under, under_length) == 0 &&
         (path[under_length] == '/' || path[under_length] == 0);
}

static int kind(int fd) { return fd >= 0 && fd < MOST_FDS ? kind_of[fd] : NOT_OURS; }

/* Writes one record; called with the lock held, so that the trace has the order of the calls. */
static void note(int op, int fd, const char *path, const char *other, const void *data, size_t length, int64_t a, int64_t b) {
  if (trace < 0) return;
  int saved = errno;
  Record record = {op, getpid(), fd, path ? strlen(path) : 0, other ? strlen(other) : 0, length, a, b};
  struct iovec parts[4] = {{&record, sizeof record}, {(void *)path, record.path_length}, {(void *)other, record.other_length}, {(void *)data, length}};
  size_t at = 0;
  while (at < 4) {
    long wrote = libc_syscall(SYS_writev, trace, parts + at, 4 - at);
    if (wrote < 0) { if (errno == EINTR) continue; abort(); }
    while (at < 4 && (size_t)wrote >= parts[at].iov_len) wrote -= parts[at++].iov_len;
    if (at < 4) { parts[at].iov_base = (char *)parts[at].iov_base + wrote; parts[at].iov_len -= wrote; }
  }
  errno = saved;
}

/* What is to become of a call on this path or open file, counted when it matches. */
static int fate(int which, int fd, const char *path) {
  if (!control || !control->armed || !(control->kinds & which)) return GO;
  if (control->name[0]) {
    char found[PATH_BYTES];
    if (!path) path = whole(fd, "", found);
    if (!strstr(path, (const char *)control->name)) return GO;
  }
  int seen = __atomic_add_fetch(&control->seen, 1, __ATOMIC_SEQ_CST);
  int past = seen - control->nth;
  if (past < 0 || (control->times > 0 && past >= control->times)) return GO;
  if (control->action == 1 && which != K_WRITE) return GO;
  __atomic_add_fetch(&control->hit, 1, __ATOMIC_SEQ_CST);
  if (control->action == 1) return HALF;
  if (control->action == 2) kill(getpid(), SIGKILL);
  if (control->action == 3) return KILL_AFTER;
  errno = control->error;
  return FAIL;
}

static void after(int fated) { if (fated == KILL_AFTER) kill(getpid(), SIGKILL); }

static int opened(int folder, const char *name, int flags, mode_t mode) {
  char room[PATH_BYTES];
  pthread_once(&once, start);
  const char *path = under_length ? whole(folder, name, room) : name;
  int ours = under_length && is_under(path) ? OURS : NOT_OURS;
  if (marks[0] && strcmp(path, marks) == 0) ours = MARKS;
  if (ours != OURS) {
    int fd = CALL(SYS_openat, folder, name, flags, mode);
    if (fd >= 0 && fd < MOST_FDS) kind_of[fd] = ours;
    return fd;
  }
  int fated = fate(K_OPEN, -1, path);
  if (fated == FAIL) return -1;
  pthread_mutex_lock(&lock);
  int fd = CALL(SYS_openat, folder, name, flags, mode);
  if (fd >= 0) {
    if (fd < MOST_FDS) kind_of[fd] = OURS;
    note(OPEN, fd, path, NULL, NULL, 0, flags & (O_CREAT | O_TRUNC | O_ACCMODE), 0);
  }
  pthread_mutex_unlock(&lock);
  after(fated);
  return fd;
}

#define WITH_MODE(flags) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { WITH_MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { WITH_MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { WITH_MODE(flags) return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { WITH_MODE(flags) return opened(folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

/* Every write ends here; `at` is -1 for the place where the file stands. */
static ssize_t written(int fd, const struct iovec *parts, int count, off_t at) {
  size_t length = 0;
  for (int part = 0; part < count; part++) length += parts[part].iov_len;
  int fated = kind(fd) == OURS ? fate(K_WRITE, fd, NULL) : GO;
  if (fated == FAIL) return -1;
  pthread_mutex_lock(&lock);
  ssize_t wrote;
  if (fated == HALF && length > 1) {
    size_t half = parts[0].iov_len > 1 ? parts[0].iov_len / 2 : parts[0].iov_len;
    wrote = at < 0 ? CALL(SYS_write, fd, parts[0].iov_base, half) : CALL(SYS_pwrite64, fd, parts[0].iov_base, half, at);
  } else if (count == 1)
    wrote = at < 0 ? CALL(SYS_write, fd, parts[0].iov_base, length) : CALL(SYS_pwrite64, fd, parts[0].iov_base, length, at);
  else
    wrote = at < 0 ? CALL(SYS_writev, fd, parts, count) : CALL(SYS_pwritev, fd, parts, count, at, 0L);
  if (wrote > 0 && trace >= 0) {
    off_t from = at >= 0 ? at : CALL(SYS_lseek, fd, 0L, SEEK_CUR) - wrote;
    ssize_t left = wrote;
    for (int part = 0; part < count && left > 0; part++) {
      ssize_t piece = (ssize_t)parts[part].iov_len < left ? (ssize_t)parts[part].iov_len : left;
      if (kind(fd) == MARKS) note(MARK, fd, NULL, NULL, parts[part].iov_base, piece, 0, 0);
      else note(WRITE, fd, NULL, NULL, parts[part].iov_base, piece, from, 0);
      from += piece;
      left -= piece;
    }
  }
  pthread_mutex_unlock(&lock);
  after(fated);
  return wrote;
}

ssize_t write(int fd, const void *data, size_t length) {
  if (!kind(fd)) return CALL(SYS_write, fd, data, length);
  struct iovec part = {(void *)data, length};
  return written(fd, &part, 1, -1);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  if (!kind(fd)) return CALL(SYS_pwrite64, fd, data, length, at);
  struct iovec part = {(void *)data, length};
  return written(fd, &part, 1, at);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return kind(fd) ? written(fd, parts, count, -1) : CALL(SYS_writev, fd, parts, count);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  return kind(fd) ? written(fd, parts, count, at) : CALL(SYS_pwritev, fd, parts, count, at, 0L);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return pwritev64(fd, parts, count, at); }

/* Copies inside the system would pass unseen: they are made with plain writes. */
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
  if (kind(to) != OURS) return CALL(SYS_sendfile, to, from, at, length);
  char room[65536];
  size_t ask = length < sizeof room ? length : sizeof room;
  ssize_t got = at ? CALL(SYS_pread64, from, room, ask, *at) : CALL(SYS_read, from, room, ask);
  if (got <= 0) return got;
  ssize_t wrote = write(to, room, got);
  if (at && wrote > 0) *at += wrote;
  else if (wrote < got) CALL(SYS_lseek, from, (wrote < 0 ? 0 : wrote) - got, SEEK_CUR);
  return wrote;
}
ssize_t sendfile(int to, int from, off_t *at, size_t length) { return sendfile64(to, from, at, length); }
ssize_t copy_file_range(int from, off64_t *in, int to, off64_t *out, size_t length, unsigned flags) {
  if (kind(to) != OURS) return CALL(SYS_copy_file_range, from, in, to, out, length, flags);
  errno = ENOSYS;
  return -1;
}
long syscall(long number, ...) {
  long a[6];
  va_list list;
  va_start(list, number);
  for (int at = 0; at < 6; at++) a[at] = va_arg(list, long);
  va_end(list);
  if (number == SYS_copy_file_range && kind(a[2]) == OURS) { errno = ENOSYS; return -1; }
  /* libuv closes so. A number not known to be free would make faults in whatever has it next, be it a pipe of the loop. */
  if (number == SYS_close) return close((int)a[0]);
  return CALL(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

int ftruncate64(int fd, off64_t size) {
  int fated = kind(fd) == OURS ? fate(K_TRUNCATE, fd, NULL) : GO;
  if (fated == FAIL) return -1;
  pthread_mutex_lock(&lock);
  int result = CALL(SYS_ftruncate, fd, size);
  if (result == 0 && kind(fd) == OURS) note(TRUNCATE, fd, NULL, NULL, NULL, 0, size, 0);
  pthread_mutex_unlock(&lock);
  after(fated);
  return result;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* A sync that is made to fail is in the trace with its error: what it should have kept may be gone for good. */
static int synced(long number, int fd) {
  int ours = kind(fd) == OURS, fated = ours ? fate(K_SYNC, fd, NULL) : GO;
  if (!ours) return CALL(number, fd);
  pthread_mutex_lock(&lock);
  int result = fated == FAIL ? -1 : CALL(number, fd);
  note(SYNC, fd, NULL, NULL, NULL, 0, number == SYS_fdatasync, result == 0 ? 0 : errno);
  pthread_mutex_unlock(&lock);
  after(fated);
  return result;
}
int fsync(int fd) { return synced(SYS_fsync, fd); }
int fdatasync(int fd) { return synced(SYS_fdatasync, fd); }

/* Calls on names. */
static int named(int op, int which, int folder, const char *name, int other_folder, const char *other, long extra) {
  char room[PATH_BYTES], other_room[PATH_BYTES];
  pthread_once(&once, start);
  const char *path = under_length ? whole(folder, name, room) : name;
  const char *target = other && under_length ? whole(other_folder, other, other_room) : other;
  int ours = under_length && (is_under(path) || (target && is_under(target)));
  int fated = ours ? fate(which, -1, path) : GO;
  if (fated == FAIL) return -1;
  if (ours) pthread_mutex_lock(&lock);
  int result = op == RENAME ? CALL(SYS_renameat2, folder, name, other_folder, other, extra)
             : op == LINK   ? CALL(SYS_linkat, folder, name, other_folder, other, extra)
             : op == MKDIR  ? CALL(SYS_mkdirat, folder, name, extra)
                            : CALL(SYS_unlinkat, folder, name, extra);
  if (ours) {
    if (result == 0) note(op, -1, path, target, NULL, 0, 0, 0);
    pthread_mutex_unlock(&lock);
    after(fated);
  }
  return result;
}
int rename(const char *from, const char *to) { return named(RENAME, K_RENAME, AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int f, const char *from, int t, const char *to) { return named(RENAME, K_RENAME, f, from, t, to, 0); }
int renameat2(int f, const char *from, int t, const char *to, unsigned flags) { return named(RENAME, K_RENAME, f, from, t, to, flags); }
int link(const char *from, const char *to) { return named(LINK, K_RENAME, AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int f, const char *from, int t, const char *to, int flags) { return named(LINK, K_RENAME, f, from, t, to, flags); }
int mkdir(const char *path, mode_t mode) { return named(MKDIR, K_MKDIR, AT_FDCWD, path, 0, NULL, mode); }
int mkdirat(int f, const char *path, mode_t mode) { return named(MKDIR, K_MKDIR, f, path, 0, NULL, mode); }
int unlink(const char *path) { return named(UNLINK, K_UNLINK, AT_FDCWD, path, 0, NULL, 0); }
int rmdir(const char *path) { return named(RMDIR, K_UNLINK, AT_FDCWD, path, 0, NULL, AT_REMOVEDIR); }
int unlinkat(int f, const char *path, int flags) { return named(flags & AT_REMOVEDIR ? RMDIR : UNLINK, K_UNLINK, f, path, 0, NULL, flags); }
int remove(const char *path) {
  int result = unlink(path);
  return result < 0 && (errno == EISDIR || errno == EPERM) ? rmdir(path) : result;
}
char *mkdtemp(char *template) {
  static int counter;
  char *end = template + strlen(template) - 6;
  for (int tries = 0; tries < 1000; tries++) {
    unsigned number = getpid() * 1000003u + __atomic_add_fetch(&counter, 1, __ATOMIC_SEQ_CST) * 7919u;
    for (int at = 0; at < 6; at++, number /= 31) end[at] = "abcdefghijkmnopqrstuvwxyz234567"[number % 31];
    if (mkdir(template, 0700) == 0) return template;
    if (errno != EEXIST) return NULL;
  }
  return NULL;
}

int close(int fd) {
  if (!kind(fd)) return CALL(SYS_close, fd);
  pthread_mutex_lock(&lock);
  if (kind(fd) == OURS) note(CLOSE, fd, NULL, NULL, NULL, 0, 0, 0);
  kind_of[fd] = NOT_OURS;
  int result = CALL(SYS_close, fd);
  pthread_mutex_unlock(&lock);
  return result;
}

static int doubled(int fd, int result) {
  if (result >= 0 && result < MOST_FDS) {
    kind_of[result] = kind(fd);
    if (kind(fd) != OURS) return result; /* Between fork and exec the lock may be another's for ever. */
    pthread_mutex_lock(&lock);
    note(DUP, fd, NULL, NULL, NULL, 0, result, 0);
    pthread_mutex_unlock(&lock);
  }
  return result;
}
int dup(int fd) { return doubled(fd, CALL(SYS_dup, fd)); }
int dup3(int fd, int to, int flags) { return doubled(fd, CALL(SYS_dup3, fd, to, flags)); }
int dup2(int fd, int to) { return fd == to ? to : dup3(fd, to, 0); }
