using Portal.TestServers.Containers;

namespace Portal.TestServers.Tests.Containers;

public sealed class ContainerServersTests
{
    private const string RabbitMq = "amqp://rabbitmq:rabbitmq@127.0.0.1:32768/";
    private const string Postgres = "Host=127.0.0.1;Port=32769;Database=postgres;Username=postgres;Password=postgres";
    private const string Mongo = "mongodb://mongo:mongo@127.0.0.1:32770/";

    private static readonly Uri Management = new("http://127.0.0.1:32771");

    [Fact]
    public void Tests_are_led_to_each_server_and_name_their_own_databases() => Assert.Equal(
        [
            new("ConnectionStrings__rabbitmq", RabbitMq),
            new("PORTAL_TEST_RABBITMQ_MANAGEMENT", "http://127.0.0.1:32771/"),
            new("ConnectionStrings__postgres", "Host=127.0.0.1;Port=32769;Username=postgres;Password=postgres"),
            new("ConnectionStrings__documents", Mongo),
        ],
        ContainerServers.VariablesOf(RabbitMq, Management, Postgres, Mongo));

    [Fact]
    public void Without_MongoDB_its_variable_is_left_out() => Assert.DoesNotContain(
        ContainerServers.VariablesOf(RabbitMq, Management, Postgres, mongo: null),
        variable => variable.Key == "ConnectionStrings__documents");
}
