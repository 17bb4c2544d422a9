namespace Portal.TestServers.Containers;

/// <summary>
/// The official images that <c>--containers</c> takes. PostgreSQL and RabbitMQ are of the versions that Debian 12
/// installs, so that both ways of testing test the same servers; <c>eng/containers</c> reads the tags from here.
/// </summary>
internal static class Images
{
    public const string Postgres = "postgres:15.20";

    /// <summary>With the management API, by which tests make virtual hosts.</summary>
    public const string RabbitMq = "rabbitmq:3.10.8-management";

    public const string Mongo = "mongo:8.0.12";
}
