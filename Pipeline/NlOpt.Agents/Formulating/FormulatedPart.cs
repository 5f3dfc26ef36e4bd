using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Agents.Formulating;

/// <summary>A goal or rule of the problem before it is formalised.</summary>
/// <param name="Template">Its template.</param>
/// <param name="Said">Where the problem says it, the rule itself first.</param>
/// <param name="Subject">What it is about in the model's words; null where the quotes tell.</param>
internal sealed record FormulatedPart(Template Template, ImmutableArray<Evidence> Said, string? Subject);

/// <summary>Something that the problem demands and no template can say.</summary>
/// <param name="Said">Where the problem says it.</param>
/// <param name="Reason">Why not, in the model's words.</param>
internal sealed record UnsupportedDemand(Evidence Said, string Reason);

/// <summary>What splitting found.</summary>
/// <param name="Parts">The goal and the rules, in the order of the reply.</param>
/// <param name="Unsupported">What no template can say.</param>
internal sealed record SplitProblem(ImmutableArray<FormulatedPart> Parts, ImmutableArray<UnsupportedDemand> Unsupported);
