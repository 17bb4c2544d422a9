using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Portal.AppHost;
using Portal.LocalHosting;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;
using Portal.LocalHosting.Servers;

var builder = DistributedApplication.CreateBuilder(HostSettings.Complete(args));
var settings = builder.Configuration;
var data = DataFolder.Of(settings, HostSettings.Folder);
builder.UseDataFolder(data);
var replicas = settings.GetValue<int?>("replicas") ?? settings.GetValue("Portal:Replicas", 1);
// Tests run without the dashboard; only where it runs has it a token.
var dashboard = settings["AppHost:BrowserToken"] is not null;
var containers = settings.GetValue(HostSettings.ContainersKey, defaultValue: false);
// A test asks for any port, as Aspire has it.
var port = settings.GetValue("DcpPublisher:RandomizePorts", defaultValue: false)
    ? FreePorts.Next()
    : settings.GetValue("Portal:Port", 8080);

// Servers: the ones that ConnectionStrings__rabbitmq and ConnectionStrings__postgres name, else its own.
IResourceBuilder<IResourceWithConnectionString> rabbitmq =
    IsGiven("ConnectionStrings:rabbitmq") ? builder.AddConnectionString("rabbitmq")
    : containers ? builder.AddRabbitMQ("rabbitmq", password: Secret("rabbitmq-password")).WithManagementPlugin()
        .WithDataVolume()
    : builder.AddLocalRabbitMQ("rabbitmq", data);
var addDatabase = DatabaseServer();

// The address that people know is the gateway's own: behind another proxy every caller would seem to be this machine.
var gateway = AddProject<Projects.Portal_Gateway>("gateway", port)
    .WithExternalHttpEndpoints()
    .WithUrlForEndpoint("http", url => url.DisplayText = "Portal");
var publicUrl = gateway.GetEndpoint("http");

// 43 letters and digits and a padding sign are 32 bytes in base64.
var keyProtection = ReferenceExpression.Create($"{Secret("identity-key-protection", length: 43)}=");

// One-time codes are sealed with it on their way from Identity to Notification.
var codeProtection = ReferenceExpression.Create($"{Secret("code-protection", length: 43)}=");

// By it the services know whoever gives them an operator's commands.
var operatorSecret = Secret("operator-secret");

// The services' own identities, for the few calls that they make to each other.
var certificateSecret = Secret("svc-certificate-secret");
var notificationSecret = Secret("svc-notification-secret");
var gatewaySecret = Secret("svc-gateway-secret");

var identity = AddService<Projects.Portal_Identity>("identity")
    .WithRotationOfKeys(operatorSecret)
    .WithEnvironment("Identity__KeyProtection", keyProtection)
    .WithEnvironment("CodeProtection__Key", codeProtection)
    .WithEnvironment("ServiceClients__svc-certificate", certificateSecret)
    .WithEnvironment("ServiceClients__svc-notification", notificationSecret)
    .WithEnvironment("ServiceClients__svc-gateway", gatewaySecret);

var policy = AddService<Projects.Portal_Policy>("policy")
    .WithReference(identity);

var certificate = AddService<Projects.Portal_Certificate>("certificate")
    .WithReference(identity)
    .WithReference(policy)
    .WithEnvironment("Portal__PublicUrl", publicUrl)
    .WithEnvironment("ServiceClient__Id", "svc-certificate")
    .WithEnvironment("ServiceClient__Secret", certificateSecret);

// Certificates' documents lie in MongoDB where it is named, else in Certificate's own database.
if (IsGiven("ConnectionStrings:documents"))
{
    certificate.WithReference(builder.AddConnectionString("documents"));
}
else if (containers)
{
    var mongo = builder.AddContainer("mongodb", "mongo", "8.0.12")
        .WithEndpoint(targetPort: 27017, name: "tcp", scheme: "mongodb")
        .WithVolume("portal-mongodb", "/data/db");
    var address = mongo.GetEndpoint("tcp");
    certificate.WaitFor(mongo).WithEnvironment(
        "ConnectionStrings__documents",
        ReferenceExpression.Create($"mongodb://{address.Property(EndpointProperty.HostAndPort)}/documents"));
}

var compliance = AddService<Projects.Portal_Compliance>("compliance")
    .WithReference(identity);

var notification = AddService<Projects.Portal_Notification>("notification")
    .WithReference(identity)
    .WithReference(certificate)
    .WithDrain(operatorSecret)
    .WithEnvironment("Portal__PublicUrl", publicUrl)
    .WithEnvironment("CodeProtection__Key", codeProtection)
    .WithEnvironment("ServiceClient__Id", "svc-notification")
    .WithEnvironment("ServiceClient__Secret", notificationSecret);

// The pages ask every service with the token of whoever looks at them; they keep nothing themselves.
var web = AddReplicated<Projects.Portal_Web>("web")
    .WithReference(identity).WaitFor(identity)
    .WithReference(policy)
    .WithReference(certificate)
    .WithReference(compliance)
    .WithReference(notification)
    .WithEnvironment("Identity__Issuer", publicUrl);

gateway
    .WithReference(identity).WaitFor(identity)
    .WithReference(policy)
    .WithReference(certificate)
    .WithReference(compliance)
    .WithReference(notification)
    .WithReference(web)
    .WithEnvironment("Identity__Issuer", publicUrl)
    .WithEnvironment(
        "Gateway__Addresses",
        ReferenceExpression.Create($"http://127.0.0.1:{publicUrl.Property(EndpointProperty.Port)}"))
    .WithEnvironment("ServiceClient__Id", "svc-gateway")
    .WithEnvironment("ServiceClient__Secret", gatewaySecret);

// Signing in with Google, where Google__ClientId and Google__ClientSecret are given.
Pass("Google", identity);

// The relay that Smtp__* describe and the gateway for text messages that Texts__* describe, else a catcher that shows
// every mail and text and sends none on. Identity offers texts only where they can be sent.
if (IsGiven("Smtp:Host"))
{
    Pass("Smtp", notification);
    Pass("Texts", notification);
    identity.WithEnvironment("SignIn__Texts", IsGiven("Texts:Domain") ? "true" : "false");
}
else
{
    var mail = builder.AddExecutable("mail", "node", "../eng/assets", "mail-catcher.js")
        .WithEndpoint(port: FreePorts.Next(), scheme: "smtp", env: "MAIL_SMTP_PORT", isProxied: false)
        .WithHttpEndpoint(port: FreePorts.Next(), env: "MAIL_WEB_PORT", isProxied: false)
        .WithHttpHealthCheck("/healthz")
        .WithUrlForEndpoint("http", url => url.DisplayText = "Mail")
        .WithUrlForEndpoint("smtp", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
        .WithTemporaryFolder(data)
        .RestartOnExit();
    var smtp = mail.GetEndpoint("smtp");
    notification
        .WithEnvironment("Smtp__Host", smtp.Property(EndpointProperty.Host))
        .WithEnvironment("Smtp__Port", smtp.Property(EndpointProperty.Port))
        .WithEnvironment("Smtp__Security", "none")
        .WithEnvironment("Smtp__From", "Harborlight Insurance Agency <certificates@harborlight.example>")
        .WithEnvironment("Texts__Domain", "text.portal.example");
    identity.WithEnvironment("SignIn__Texts", "true");
}

if (builder.Environment.IsDevelopment())
{
    identity
        .WithEnvironment("Demo__PartnerClientId", RunFile.PartnerClientId)
        .WithEnvironment("Demo__PartnerClientSecret", Secret(RunFile.PartnerSecretParameter));
    builder.Services.AddEventingSubscriber<RunFile>();
}

try
{
    builder.Build().Run();
    return 0;
}
catch (DistributedApplicationException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

bool IsGiven(string setting) => !string.IsNullOrEmpty(settings[setting]);

void Pass(string section, IResourceBuilder<ProjectResource> service)
{
    foreach (var setting in settings.GetSection(section).GetChildren())
    {
        service.WithEnvironment($"{section}__{setting.Key}", setting.Value);
    }
}

IResourceBuilder<ParameterResource> Secret(string name, int length = 40) => builder.AddStoredSecret(name, data, length);

Func<string, IResourceBuilder<IResourceWithConnectionString>> DatabaseServer()
{
    if (IsGiven("ConnectionStrings:postgres"))
    {
        var given = builder.AddConnectionString("postgres");
        return name => builder.AddConnectionString(name, ReferenceExpression.Create($"{given};Database={name}"));
    }

    if (containers)
    {
        var official = builder.AddPostgres("postgres", password: Secret("postgres-password")).WithDataVolume();
        return name => official.AddDatabase(name);
    }

    var postgres = builder.AddLocalPostgres("postgres", data);
    return name => postgres.AddDatabase(name);
}

IResourceBuilder<ProjectResource> AddService<TProject>(string name)
    where TProject : IProjectMetadata, new()
{
    var database = addDatabase(name + "db");
    return AddReplicated<TProject>(name)
        .WithReference(rabbitmq).WaitFor(rabbitmq)
        .WithReference(database).WaitFor(database)
        .WithReplayOfDeadLetters(operatorSecret)
        .WithEnvironment("Identity__Issuer", publicUrl);
}

// A single process listens where it is called; Aspire's proxy stands only before several.
IResourceBuilder<ProjectResource> AddReplicated<TProject>(string name)
    where TProject : IProjectMetadata, new() => AddProject<TProject>(name, replicas == 1 ? FreePorts.Next() : null)
    .WithReplicas(replicas)
    .WithEndpoint("http", endpoint => endpoint.TargetHost = "127.0.0.1");

IResourceBuilder<ProjectResource> AddProject<TProject>(string name, int? port)
    where TProject : IProjectMetadata, new() => builder.AddBuiltProject<TProject>(
        name, settings["Portal:Published"], dashboard)
    .WithHttpEndpoint(port, isProxied: port is null)
    .WithHttpHealthCheck("/health")
    .RestartOnExit();
