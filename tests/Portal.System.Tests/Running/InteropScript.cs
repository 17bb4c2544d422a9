using System.Diagnostics;
using System.Reflection;

namespace Portal.SystemTests.Running;

/// <summary>The walk of openid-client and jose through the provider, which lies with Identity's tests.</summary>
internal static class InteropScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Root = typeof(InteropScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "InteropRoot").Value!;

    public static async Task<(int Exit, string Said)> RunAsync(
        IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Root, "interop.mjs")])
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
