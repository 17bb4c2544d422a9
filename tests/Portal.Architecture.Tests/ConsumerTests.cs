using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

public sealed class ConsumerTests
{
    [Fact]
    public void Every_consumer_says_how_much_it_takes_at_once()
    {
        var unsaid = House.Files(".cs")
            .Where(file => House.Relative(file).StartsWith("services/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains(".AddConsumer", StringComparison.Ordinal));

        Assert.Empty(unsaid.Select(House.Relative));
    }

    [Fact]
    public void Every_consumer_is_added()
    {
        foreach (var service in House.ServiceNames)
        {
            var added = ServiceApp.Build(service).Services.GetRequiredService<IServiceProviderIsService>();
            var consumers = House.Services.Single(assembly => assembly.GetName().Name == $"Portal.{service}").GetTypes()
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer)));

            Assert.All(consumers, consumer => Assert.True(added.IsService(consumer), $"{consumer} is not added."));
        }
    }

    [Fact]
    public void Every_consumer_takes_a_contract()
    {
        var messages = House.Services.SelectMany(service => service.GetTypes())
            .SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(face => face.GetGenericArguments()[0])
            .Select(
                message => message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Batch<>)
                    ? message.GetGenericArguments()[0]
                    : message);

        Assert.All(messages, message => Assert.Equal(House.Contracts, message.Assembly));
    }
}
