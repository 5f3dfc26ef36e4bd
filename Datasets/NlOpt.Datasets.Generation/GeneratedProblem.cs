using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation;

/// <summary>A generated problem: words of our own, what they mean, and which words mean what.</summary>
/// <param name="Id">Its id: bank, seed and position.</param>
/// <param name="Text">The text.</param>
/// <param name="Formulation">What it means; every number and name is tied to its words.</param>
/// <param name="Entities">Marked words as NL4Opt marks them: VAR, PARAM, LIMIT, CONST_DIR, OBJ_DIR, OBJ_NAME; ascending, none within another.</param>
/// <param name="Mentions">Every way in which the text names a variable, with its column, without repetition.</param>
/// <param name="Templates">Ids of the templates of its statements, and forms such as <c>fixed-charge</c>, without repetition, ascending.</param>
/// <param name="Phenomena">What makes it hard: <c>respectively</c>, <c>shared-head</c>, ...; ascending.</param>
/// <param name="Domain">Id of its domain.</param>
/// <param name="Bank">Which words it was made of.</param>
/// <param name="Outcome">What solving it gave.</param>
public sealed record GeneratedProblem(
    string Id,
    string Text,
    ProblemFormulation Formulation,
    ImmutableArray<EntitySpan> Entities,
    ImmutableArray<VariableMention> Mentions,
    ImmutableArray<string> Templates,
    ImmutableArray<string> Phenomena,
    string Domain,
    GenerationBank Bank,
    GeneratedOutcome Outcome);
