using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

namespace Portal.LocalHosting.Data;

/// <summary>The folder that holds everything a system writes: servers' data, logs, generated secrets.</summary>
/// <param name="root">Its full path.</param>
/// <param name="isDiscarded">Whether it goes when the host ends, as after a test.</param>
public sealed class DataFolder(string root, bool isDiscarded)
{
    /// <summary>The setting (or environment variable) that names the folder.</summary>
    public const string Key = "PORTAL_DATA";

    /// <summary>The setting that makes it go when the host ends.</summary>
    public const string DiscardKey = "Portal:DiscardData";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root { get; } = root;

    public bool IsDiscarded { get; } = isDiscarded;

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Generated values, kept from run to run.</summary>
    public SecretStore Secrets { get; } = new(Path.Combine(root, "parameters.json"));

    /// <summary>The one that the settings name, else <c>.portal</c> beside the app host.</summary>
    public static DataFolder Of(IConfiguration configuration, string appHostDirectory) => new(
        Path.GetFullPath(
            configuration[Key] is { Length: > 0 } given ? given : Path.Combine("..", ".portal"), appHostDirectory),
        configuration.GetValue(DiscardKey, defaultValue: false));

    /// <summary>Makes the folder and keeps other hosts out of it for as long as the answer is held.</summary>
    /// <exception cref="DistributedApplicationException">Another host runs on it.</exception>
    internal IDisposable Claim()
    {
        // The servers' user has to get through to its own folders, and nobody else has business in the logs.
        Directory.CreateDirectory(Root);
        File.SetUnixFileMode(Root, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Logs);
        File.SetUnixFileMode(Logs, OwnerOnly);
        try
        {
            return new FileStream(
                Path.Combine(Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new DistributedApplicationException(
                $"The data folder {Root} is in use by another running host; stop that one, or set {Key} to another "
                + "folder.",
                problem);
        }
    }
}
