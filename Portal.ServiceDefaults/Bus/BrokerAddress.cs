using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Portal.ServiceDefaults.Bus;

/// <summary>Where the broker is: <c>ConnectionStrings__rabbitmq</c>, an AMQP URI with user and virtual host.</summary>
internal static class BrokerAddress
{
    /// <summary>Host, port, virtual host and login of the broker.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing or is no AMQP URI.</exception>
    public static ConnectionFactory Broker(this IConfiguration configuration) =>
        Uri.TryCreate(configuration.GetConnectionString("rabbitmq"), UriKind.Absolute, out var uri)
        && uri.Scheme is "amqp" or "amqps"
            ? new ConnectionFactory { Uri = uri }
            : throw new InvalidOperationException(
                "ConnectionStrings__rabbitmq must be an AMQP URI such as amqp://user:password@localhost:5672/portal.");
}
