using Aspire.Hosting;

namespace Portal.AppHost.Native;

/// <summary>The folder that holds everything the system writes: servers' data, logs, generated secrets.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public DataFolder(string path)
    {
        Root = path;
        Parameters = new ParameterStore(Path.Combine(path, "parameters.json"));
    }

    public string Root { get; }

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Where the ids of running processes are noted.</summary>
    public string Processes => ProcessesIn(Root);

    public ParameterStore Parameters { get; }

    public static string ProcessesIn(string root) => Path.Combine(root, "processes");

    /// <summary>Makes the folder and keeps others out of it for as long as the answer is held.</summary>
    /// <exception cref="DistributedApplicationException">Another host runs on it.</exception>
    public IDisposable Claim()
    {
        // The servers' user has to get through to its own folders, and nobody else has business in the logs.
        Directory.CreateDirectory(Root);
        File.SetUnixFileMode(Root, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Logs);
        File.SetUnixFileMode(Logs, OwnerOnly);
        try
        {
            return new FileStream(Path.Combine(Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new DistributedApplicationException(
                $"The data folder {Root} is in use by another running host; stop that one, or set {NativeSettings.DataKey} to another folder.",
                problem);
        }
    }
}
