using System.Diagnostics;
using System.Reflection;

namespace Portal.Benchmarks.Comparing;

/// <summary>The sources of one commit, built.</summary>
internal sealed class Build : IAsyncDisposable
{
    private readonly string _root;
    private readonly Build? _beside;
    private string? _published;

    private Build(string root, Build? beside = null) => (_root, _beside) = (root, beside);

    private static string Root { get; } = Path.GetFullPath(
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Root").Value!);

    /// <summary>The one that this program comes from.</summary>
    public static Build This() => new(Root);

    /// <summary>Another commit, in a work tree of its own that goes at the end.</summary>
    public static async Task<Build> OfAsync(Build here, string commit, CancellationToken cancellationToken)
    {
        var root = Path.Combine(Path.GetTempPath(), $"portal-compare-{Guid.NewGuid():N}");
        await RunAsync(here._root, ["git", "worktree", "add", "--detach", root, commit], cancellationToken);
        var build = new Build(root, here);
        await RunAsync(
            root,
            ["dotnet", "build", "tests/Portal.Benchmarks", "-c", "Release", "--nologo", "-v", "quiet"],
            cancellationToken);
        await build.PublishAsync(cancellationToken);
        return build;
    }

    /// <summary>Publishes the programs as <c>run.sh</c> does, in a commit that has that step.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(_root, "eng/publish.sh")))
        {
            // By its full path: a relative one would be looked for where this process stands.
            await RunAsync(_root, [Path.Combine(_root, "eng/publish.sh")], cancellationToken);
            _published = Path.Combine(_root, "artifacts/services");
        }
    }

    /// <summary>Runs its fan-out benchmark.</summary>
    public async Task<Figures> FanOutAsync(CancellationToken cancellationToken)
    {
        var said = await RunAsync(
            _root, [
                "dotnet", "tests/Portal.Benchmarks/bin/Release/net10.0/Portal.Benchmarks.dll", "fanout",
            ], cancellationToken, _published);
        return new Figures(said.Split('\n').Last(line => line.StartsWith('{')));
    }

    public async ValueTask DisposeAsync()
    {
        if (_beside is not null)
        {
            await RunAsync(_beside._root, ["git", "worktree", "remove", "--force", _root], CancellationToken.None);
        }
    }

    private static async Task<string> RunAsync(
        string folder, string[] command, CancellationToken cancellationToken, string? published = null)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The app host takes it for the setting Portal:Published.
            Environment = { ["Portal__Published"] = published },
        })!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(
                cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? said[0]
            : throw new InvalidOperationException(
                $"'{string.Join(' ', command)}' failed in {folder}:\n{string.Concat(said)}");
    }
}
