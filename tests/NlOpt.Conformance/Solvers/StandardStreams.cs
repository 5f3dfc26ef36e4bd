using System.Runtime.InteropServices;

namespace NlOpt.Conformance.Solvers;

/// <summary>Catches what native code writes to the standard streams, which managed redirection does not see.</summary>
internal static partial class StandardStreams
{
    private static readonly Lock OneAtATime = new();

    /// <summary>Runs an action and returns what reached file descriptors 1 and 2 meanwhile.</summary>
    public static string Catch(Action action)
    {
        lock (OneAtATime)
        {
            var path = Path.GetTempFileName();
            try
            {
                using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) Redirect((int)file.DangerousGetHandle(), action);
                return File.ReadAllText(path);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    private static void Redirect(int file, Action action)
    {
        var (output, error) = (Duplicate(1), Duplicate(2));
        _ = FlushAll(0);
        _ = DuplicateTo(file, 1);
        _ = DuplicateTo(file, 2);
        try
        {
            action();
        }
        finally
        {
            _ = FlushAll(0);
            _ = DuplicateTo(output, 1);
            _ = DuplicateTo(error, 2);
            _ = Close(output);
            _ = Close(error);
        }
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateTo(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushAll(nint stream);
}
