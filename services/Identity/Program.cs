using Portal.Identity;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.Identity.Keys;
using Portal.ServiceDefaults;

if (args is [VerifyAuditCommand.Name])
{
    return await VerifyAuditCommand.RunAsync([]);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddIdentityServices();

var app = builder.Build();
if (args is [RotateKeysCommand.Name])
{
    await RotateKeysCommand.RunAsync(app.Services, Console.Out, CancellationToken.None);
    return 0;
}

app.UseServiceDefaults();
app.MapIdentityApi();
await app.RunAsync();
return 0;
