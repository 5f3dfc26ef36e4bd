using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>A system under test.</summary>
/// <param name="Name">Its name with its version, for the report, for example <c>embedded reader 3f2a91</c>.</param>
/// <param name="Formulator">It gets the document and nothing else. Used from many threads at once unless the run says otherwise.</param>
public sealed record EvaluationSystem(string Name, IFormulator Formulator)
{
    /// <summary>SHA-256 checksums of the files it was trained on; a run on one of them is in-sample.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<string> TrainingChecksums { get; init; } = [];

    /// <summary>Labels the entities of a document (subtask 1); null for a system that does not, which is then not scored for it.</summary>
    public Func<string, ImmutableArray<EntitySpan>>? ExtractEntities { get; init; }
}
