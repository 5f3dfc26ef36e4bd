using NlOpt.Datasets;
using Xunit;

namespace NlOpt.Evaluation.Tests.Fixtures;

/// <summary>A test on the published data; skipped with its reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (!Found.IsSuccess) Skip = Found.Diagnostics[0].ToString();
    }

    public static NlOpt.Modeling.Result<DataFolder> Found { get; } =
        DataFolder.Find(Environment.GetEnvironmentVariable(DataFolder.EnvironmentVariable), AppContext.BaseDirectory);
}
