namespace Portal.TestServers.Containers;

/// <summary>What was asked for by <c>--containers</c>.</summary>
/// <param name="File">Where the variables go; null to see only whether there is an engine.</param>
/// <param name="WithMongo">Whether MongoDB is wanted too.</param>
internal sealed record ContainerOptions(string? File, bool WithMongo)
{
    public const string Usage = "Use: --containers (FILE | --check) [--without mongodb]";

    private const string Switch = "--containers";

    /// <summary>Whether containers are asked for at all.</summary>
    public static bool AreAskedFor(IReadOnlyList<string> arguments) => arguments is [Switch, ..];

    /// <returns>Null for arguments that say nothing known.</returns>
    public static ContainerOptions? Parse(IReadOnlyList<string> arguments) => arguments switch
    {
        [Switch, "--check"] => new ContainerOptions(File: null, WithMongo: false),
        [Switch, var file] when !IsSwitch(file) => new ContainerOptions(file, WithMongo: true),
        [Switch, var file, "--without", "mongodb"] when !IsSwitch(file) => new ContainerOptions(file, WithMongo: false),
        _ => null,
    };

    private static bool IsSwitch(string argument) => argument.StartsWith("--", StringComparison.Ordinal);
}
