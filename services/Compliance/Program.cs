using Portal.Compliance;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddComplianceServices();

var app = builder.Build();
app.UseServiceDefaults();
app.MapComplianceApi();
await app.RunAsync();
