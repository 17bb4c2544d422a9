using System.Runtime.InteropServices;
using Docker.DotNet;

namespace Portal.TestServers.Containers;

/// <summary>Runs the servers in containers until it is told to end.</summary>
internal static class ContainerRun
{
    /// <returns>
    /// The exit code: 0 when told to end or when an engine was asked for and answers, 1 without one, 2 for unknown
    /// arguments.
    /// </returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (ContainerOptions.Parse(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(ContainerOptions.Usage);
            return 2;
        }

        if (await Engine.WhatIsMissingAsync() is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 1;
        }

        return options.File is null ? 0 : await ServeAsync(options.File, options.WithMongo);
    }

    private static async Task<int> ServeAsync(string file, bool withMongo)
    {
        using var end = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        var images = string.Join(
            ", ",
            withMongo ? [Images.Postgres, Images.RabbitMq, Images.Mongo] : new[] { Images.Postgres, Images.RabbitMq });
        await using var servers = new ContainerServers(withMongo);
        try
        {
            await servers.StartAsync(end.Token);
            await EnvironmentFile.WriteAsync(file, servers.Variables(), end.Token);
            await Task.Delay(Timeout.Infinite, end.Token);
            return 0;
        }
        catch (DockerApiException problem)
        {
            await Console.Error.WriteLineAsync($"The engine could not start {images}: {problem.Message}");
            return 1;
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync(
                $"One of {images} ended at once or never became ready; run it by itself to see why.");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }

        // The servers are stopped before the process ends.
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Cancel();
        }
    }
}
