using System.Runtime.InteropServices;

namespace Portal.LocalHosting.Processes;

internal static partial class SystemCalls
{
    /// <summary>Sends a signal; false when there is no such process any more.</summary>
    public static bool Send(int processId, Signal signal) => Kill(processId, (int)signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
