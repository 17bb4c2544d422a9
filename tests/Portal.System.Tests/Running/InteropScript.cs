using System.Diagnostics;
using System.Reflection;

namespace Portal.SystemTests.Running;

/// <summary>
/// The scripts that lie with Identity's tests; one walks openid-client and jose through the provider.
/// </summary>
internal static class InteropScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Root = typeof(
        InteropScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "InteropRoot").Value!;

    /// <summary>Path of a script.</summary>
    public static string Of(string name) => Path.Combine(Root, name);

    public static async Task<(int Exit, string Said)> RunAsync(
        IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", [Of("interop.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
