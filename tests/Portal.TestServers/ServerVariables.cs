namespace Portal.TestServers;

/// <summary>The variables that lead tests to servers, by the names that the tests ask for.</summary>
internal static class ServerVariables
{
    public const string RabbitMQ = "ConnectionStrings__rabbitmq";

    /// <summary>The management API of the broker, where it is not on the usual port.</summary>
    public const string Management = "PORTAL_TEST_RABBITMQ_MANAGEMENT";

    public const string Postgres = "ConnectionStrings__postgres";

    public const string Documents = "ConnectionStrings__documents";
}
