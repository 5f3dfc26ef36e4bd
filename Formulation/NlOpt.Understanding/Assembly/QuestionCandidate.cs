using NlOpt.Formulation;

namespace NlOpt.Understanding.Assembly;

/// <summary>A question that could be asked.</summary>
/// <param name="Question">The question; its expected loss is set already where something is missing.</param>
/// <param name="Kind">The kind of decision that it asks about; null where it asks for something that is missing.</param>
/// <param name="Doubt">Share of the readings, in [0, 1], that answer otherwise; 1 where something is missing.</param>
/// <param name="Local">
/// That what the question is about is wrong, in [0, 1], as the single decisions have it, those about all amounts it adds up among them.
/// </param>
internal sealed record QuestionCandidate(Question Question, DecisionKind? Kind, double Doubt, double Local);
