using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>A reader for tests: it gives prepared readings by a word that the text contains, so that screens can be checked without the real one.</summary>
internal sealed class FixedFormulator(params (string Word, Func<string, Result<Reading>> Read)[] readings) : IFormulator
{
    public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (word, read) in readings)
            if (source.Turns[0].Contains(word, StringComparison.Ordinal)) return read(source.Turns[0]);
        return Result.Failure<Reading>(Diagnostic.Error("read.not-a-problem", "this is not a problem that can be read"));
    }
}
