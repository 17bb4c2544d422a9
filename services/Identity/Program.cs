using Portal.Identity;
using Portal.Identity.Features.VerifyAudit;
using Portal.ServiceDefaults;

if (args is [VerifyAuditCommand.Name])
{
    return await VerifyAuditCommand.RunAsync([]);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddIdentityServices();

var app = builder.Build();
app.UseServiceDefaults();
app.MapIdentityApi();
await app.RunAsync();
return 0;
