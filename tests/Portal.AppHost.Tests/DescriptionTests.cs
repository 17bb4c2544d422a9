using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Tests.Hosting;
using Portal.LocalHosting.Servers;

namespace Portal.AppHost.Tests;

/// <summary>What AppHost.cs says, without running it.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task Servers_given_from_outside_replace_its_own()
    {
        await using var builder = await Described.PortalAsync(
            "--ConnectionStrings:rabbitmq=amqp://user:password@broker.example:5672/portal",
            "--ConnectionStrings:postgres=Host=db.example;Username=portal;Password=secret",
            "--Smtp:Host=relay.example",
            "--Smtp:Port=587",
            "--Smtp:Security=starttls");

        Assert.Empty(builder.Resources.OfType<ContainerResource>());
        Assert.Empty(Programs(builder));
        Assert.Empty(builder.Resources.OfType<LocalServerResource>());
        var database = builder.Resources.OfType<IResourceWithConnectionString>()
            .Single(resource => resource.Name == "policydb");
        Assert.Equal(
            "Host=db.example;Username=portal;Password=secret;Database=policydb",
            await database.GetConnectionStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_them_it_runs_its_own()
    {
        await using var builder = await Described.PortalAsync(
            "--ConnectionStrings:rabbitmq=",
            "--ConnectionStrings:postgres=",
            "--Smtp:Host=");

        Assert.Single(builder.Resources.OfType<LocalRabbitMQResource>());
        Assert.Equal(
            ["certificatedb", "compliancedb", "identitydb", "notificationdb", "policydb"],
            builder.Resources.OfType<LocalPostgresResource>().Single().Databases.Select(
                database => database.Name).Order());
        Assert.Equal("mail", Assert.Single(Programs(builder)).Name);
    }

    [Fact]
    public async Task Each_service_runs_in_as_many_replicas_as_asked_for()
    {
        await using var builder = await Described.PortalAsync("--replicas=2");

        var replicas = builder.Resources.OfType<ProjectResource>()
            .ToDictionary(
                project => project.Name,
                project => project.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1);

        Assert.Equal(1, replicas["gateway"]);
        Assert.All(
            ["identity", "policy", "certificate", "compliance", "notification", "web"],
            service => Assert.Equal(2, replicas[service]));
    }

    [Fact]
    public async Task Identity_knows_the_secrets_that_the_services_are_given()
    {
        await using var builder = await Described.PortalAsync(
            "--ConnectionStrings:rabbitmq=amqp://broker.example",
            "--ConnectionStrings:postgres=Host=db.example",
            "--Smtp:Host=relay.example");
        Described.AllocateEndpoints(builder);

        var identity = await Described.EnvironmentOfAsync(
            builder.Resources.Single(resource => resource.Name == "identity"));

        foreach (var service in new[] { "certificate", "notification" })
        {
            var environment = await Described.EnvironmentOfAsync(
                builder.Resources.Single(resource => resource.Name == service));
            Assert.Equal($"svc-{service}", environment["ServiceClient__Id"]);
            Assert.Equal(identity[$"ServiceClients__svc-{service}"], environment["ServiceClient__Secret"]);
            Assert.Equal("http://localhost:8080", environment["Identity__Issuer"]);
        }

        Assert.Equal(32, Convert.FromBase64String(identity["Identity__KeyProtection"]).Length);
        var notification = await Described.EnvironmentOfAsync(
            builder.Resources.Single(resource => resource.Name == "notification"));
        Assert.Equal(32, Convert.FromBase64String(identity["CodeProtection__Key"]).Length);
        Assert.Equal(identity["CodeProtection__Key"], notification["CodeProtection__Key"]);
        Assert.NotEqual(identity["CodeProtection__Key"], identity["Identity__KeyProtection"]);
    }

    [Theory]
    [InlineData("", "", "true", "text.portal.example")]
    [InlineData("relay.example", "", "false", "")]
    [InlineData("relay.example", "sms.example", "true", "sms.example")]
    public async Task Identity_offers_text_messages_where_Notification_can_send_them(
        string relay, string domain, string offered, string used)
    {
        await using var builder = await Described.PortalAsync(
            "--ConnectionStrings:rabbitmq=amqp://broker.example",
            "--ConnectionStrings:postgres=Host=db.example",
            $"--Smtp:Host={relay}",
            $"--Texts:Domain={domain}",
            "--Texts:WithPlus=true");
        Described.AllocateEndpoints(builder);

        var identity = await Described.EnvironmentOfAsync(
            builder.Resources.Single(resource => resource.Name == "identity"));
        var notification = await Described.EnvironmentOfAsync(
            builder.Resources.Single(resource => resource.Name == "notification"));

        Assert.Equal(offered, identity["SignIn__Texts"]);
        Assert.Equal(used, notification["Texts__Domain"]);
        Assert.Equal(relay.Length > 0, notification.ContainsKey("Texts__WithPlus"));
    }

    [Fact]
    public async Task Operators_have_their_commands_and_every_service_that_answers_them_knows_the_secret()
    {
        await using var builder = await Described.PortalAsync(
            "--ConnectionStrings:rabbitmq=amqp://broker.example", "--ConnectionStrings:postgres=Host=db.example",
            "--Smtp:Host=relay.example");
        var commands = builder.Resources.OfType<ProjectResource>().ToDictionary(
            project => project.Name,
            project => project.Annotations.OfType<ResourceCommandAnnotation>().Select(
                command => command.Name).Order().ToList());

        Assert.Equal(["replay-dead-letters", "rotate-keys"], commands["identity"]);
        Assert.Equal(["drain", "replay-dead-letters", "resume"], commands["notification"]);
        Assert.All(
            ["policy", "certificate", "compliance"],
            service => Assert.Equal(["replay-dead-letters"], commands[service]));
        Assert.All(["gateway", "web"], program => Assert.Empty(commands[program]));
        var secret = await builder.Resources.OfType<ParameterResource>()
            .Single(parameter => parameter.Name == "operator-secret")
            .GetValueAsync(TestContext.Current.CancellationToken);
        Described.AllocateEndpoints(builder);

        foreach (var project in builder.Resources.OfType<ProjectResource>()
                .Where(project => commands[project.Name].Count > 0))
        {
            Assert.Equal(secret, (await Described.EnvironmentOfAsync(project))["Operations__Secret"]);
        }
    }

    // Aspire adds a program of its own for each project, which builds it anew on demand.
    private static IEnumerable<IResource> Programs(IDistributedApplicationBuilder builder) =>
        builder.Resources.Where(resource => resource.GetType() == typeof(ExecutableResource));
}
