using DotNet.Testcontainers.Configurations;

namespace Portal.TestServers.Containers;

/// <summary>
/// Whether there is a container engine. Testcontainers itself waits for ever for one that takes the call and never
/// answers.
/// </summary>
internal static class Engine
{
    /// <summary>What is missing and how to go on, or null where an engine answers.</summary>
    public static Task<string?> WhatIsMissingAsync() =>
        WhatIsMissingAsync(
            () => TestcontainersSettings.OS.DockerEndpointAuthConfig?.Endpoint,
            TimeSpan.FromSeconds(10),
            TimeProvider.System);

    /// <param name="find">Answers the engine's address, or null; may block.</param>
    public static async Task<string?> WhatIsMissingAsync(Func<Uri?> find, TimeSpan patience, TimeProvider time)
    {
        try
        {
            return await Task.Run(find).WaitAsync(patience, time) is null
                ? Missing("No container engine answers")
                : null;
        }
        catch (TimeoutException)
        {
            return Missing($"The container engine took the call but did not answer for {patience.TotalSeconds:0} s");
        }
    }

    private static string Missing(string what) =>
        $"""
        {what} (looked for at DOCKER_HOST, in ~/.testcontainers.properties and at the usual sockets, such as /var/run/docker.sock).
        Start Docker, or name an engine's socket by DOCKER_HOST; or leave --containers out, and the tests run on the installed servers.
        On a machine that has neither engine nor image registry, eng/containers/prove.sh makes both of Debian's packages (docs/containers.md).
        """;
}
