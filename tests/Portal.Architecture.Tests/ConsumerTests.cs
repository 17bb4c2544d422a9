using MassTransit;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

public sealed class ConsumerTests
{
    [Fact]
    public void Every_consumer_says_how_much_it_takes_at_once()
    {
        var types = House.Services.SelectMany(service => service.GetTypes()).Where(type => !type.IsAbstract).ToList();
        var defined = types.Select(DefinedConsumer).OfType<Type>().ToHashSet();
        var consumers = types.Where(type => type.IsAssignableTo(typeof(IConsumer))).ToList();

        Assert.NotEmpty(consumers);
        Assert.Empty(consumers.Except(defined));
    }

    [Fact]
    public void Every_consumer_takes_a_contract()
    {
        var messages = House.Services.SelectMany(service => service.GetTypes())
            .SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(face => face.GetGenericArguments()[0])
            .Select(message => message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Batch<>) ? message.GetGenericArguments()[0] : message);

        Assert.All(messages, message => Assert.Equal(House.Contracts, message.Assembly));
    }

    private static Type? DefinedConsumer(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(ConsumerDefinition<>)
            ? parent.GetGenericArguments()[0]
            : null;
}
