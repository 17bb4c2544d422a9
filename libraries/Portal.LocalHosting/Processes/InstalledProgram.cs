using Aspire.Hosting;

namespace Portal.LocalHosting.Processes;

/// <summary>InstalledProgram that have to be installed, and the command that installs each.</summary>
internal sealed record InstalledProgram(string Name, string Package, params string[] Places)
{
    public static readonly InstalledProgram Epmd = new("epmd", "rabbitmq-server");
    public static readonly InstalledProgram SetPrivileges = new("setpriv", "util-linux");

    /// <summary>The whole path of the program.</summary>
    /// <exception cref="DistributedApplicationException">
    /// It is not installed; the message has the command that installs it.
    /// </exception>
    public string Path => Find() ?? throw new DistributedApplicationException(Hint);

    private string Hint => $"'{Name}' is not installed. Install it with: apt-get install -y {Package}";

    /// <exception cref="DistributedApplicationException">
    /// Some are not installed; the message has the commands that install them.
    /// </exception>
    public static void Require(IEnumerable<InstalledProgram> programs)
    {
        var missing = programs.Where(program => program.Find() is null).Select(program => program.Hint).Distinct()
            .ToList();
        if (missing.Count > 0)
        {
            throw new DistributedApplicationException(string.Join(Environment.NewLine, missing));
        }
    }

    private string? Find()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return Places.Concat(
            path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(
                folder => System.IO.Path.Combine(folder, Name)))
            .FirstOrDefault(File.Exists);
    }
}
