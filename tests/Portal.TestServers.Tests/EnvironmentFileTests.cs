using System.Diagnostics;

namespace Portal.TestServers.Tests;

public sealed class EnvironmentFileTests
{
    [Theory]
    [InlineData("amqp://guest:word@127.0.0.1:5672")]
    [InlineData("Host=127.0.0.1;Password=it's $HOME `date` \\ \"quoted\"")]
    [InlineData("")]
    public async Task A_shell_reads_what_was_written(string value)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "servers.env");

        // Of an earlier run.
        await File.WriteAllTextAsync(file, "FIRST=old", TestContext.Current.CancellationToken);

        await EnvironmentFile.WriteAsync(
            file, [new("FIRST", value), new("SECOND", "other")], TestContext.Current.CancellationToken);

        Assert.Equal($"{value}|other", await ReadByShellAsync(file));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task<string> ReadByShellAsync(string file)
    {
        var start = new ProcessStartInfo("bash", ["-c", """set -a; . "$1"; printf '%s|%s' "$FIRST" "$SECOND" """, "_", file])
        {
            RedirectStandardOutput = true,
        };
        using var shell = Process.Start(start)!;
        var said = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }
}
