using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding;

/// <summary>What a single paragraph says: one goal or one rule, without the problem around it.</summary>
/// <param name="Template">What kind of thing it says.</param>
/// <param name="Statement">
/// The rule itself, with its variables by position in <paramref name="Variables"/>; null for a goal and where the kind could be told but not the
/// parts.
/// </param>
/// <param name="Variables">Names of the variables of the statement; empty where there is none.</param>
public sealed record ParagraphReading(Template Template, Statement? Statement, ImmutableArray<string> Variables);
