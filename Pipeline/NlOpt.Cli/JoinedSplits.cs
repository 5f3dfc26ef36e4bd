using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Modeling;

namespace NlOpt.Cli;

/// <summary>The labelled splits of NL4Opt in the order in which a cross-validation joins them: train, then dev.</summary>
internal static class JoinedSplits
{
    public static Result<ImmutableArray<Nl4OptSplit>> Load(Engines engines)
    {
        var found = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        if (!found.TryGetValue(out var data)) return Result.Failure<ImmutableArray<Nl4OptSplit>>(found.Diagnostics);
        var loaded = Nl4OptLoader.SplitNames.Select(name => Nl4OptLoader.LoadSplit(data, name)).ToList();
        ImmutableArray<Diagnostic> diagnostics = [.. loaded.SelectMany(split => split.Diagnostics)];
        return loaded.TrueForAll(split => split.IsSuccess)
            ? Result.Success(loaded.Select(split => split.Value).ToImmutableArray(), diagnostics)
            : Result.Failure<ImmutableArray<Nl4OptSplit>>(diagnostics);
    }
}
