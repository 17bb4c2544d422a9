using System.Diagnostics;
using System.Reflection;
using Portal.Testing.Waiting;

namespace Portal.Testing;

/// <summary>The installed servers, run by a process of their own for as long as this one lives.</summary>
public sealed class OwnServers : IAsyncDisposable
{
    /// <summary>A cold broker on two busy cores has taken 16 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private OwnServers(Process process, IReadOnlyDictionary<string, string> variables) =>
        (_process, Variables) = (process, variables);

    /// <summary>The program that runs them.</summary>
    public static string Program { get; } = typeof(OwnServers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "TestServers").Value!;

    /// <summary>What leads tests to them, by the names of environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Starts them.</summary>
    /// <exception cref="InvalidOperationException">
    /// They did not start; the message says why and, where one is not installed, has the command that installs it.
    /// </exception>
    public static async Task<OwnServers> StartAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"portal-servers-{Guid.NewGuid():N}.env");
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program, file, "--until-input-ends"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        await Eventually.TrueAsync(
            () => File.Exists(file) || process.HasExited, CancellationToken.None, "the servers to start", Patience);
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"The servers for the tests did not start: {await said}");
        }

        var variables = (await File.ReadAllLinesAsync(file))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
        File.Delete(file);
        return new OwnServers(process, variables);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
