namespace Portal.Certificate.Tests.Storage.Mongo;

/// <summary>
/// The server that the environment names. None is installed with the other servers: Debian has no package of it.
/// </summary>
internal static class GivenMongo
{
    private const string Variable = "ConnectionStrings__documents";

    /// <summary>Its connection string; without one the test is skipped, and counted so.</summary>
    public static string ConnectionString()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(given),
            $"Needs a MongoDB server: set {Variable}=mongodb://..., or run ./test.sh --containers.");
        return given!;
    }
}
