using System.Text.Json.Serialization;

namespace NlOpt.Pipeline;

/// <summary>How both sides of a row compare.</summary>
public enum PredictedOperator
{
    /// <summary>No more than.</summary>
    [JsonStringEnumMemberName("<=")]
    AtMost,

    /// <summary>No less than.</summary>
    [JsonStringEnumMemberName(">=")]
    AtLeast,

    /// <summary>Equal.</summary>
    [JsonStringEnumMemberName("=")]
    Equal,
}
