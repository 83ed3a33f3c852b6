from app.carriers import CarrierConfig
from app.core import Settings


def test_the_carriers_part_of_the_settings():
    settings = Settings(
        carrier_url="https://carrier.example.com", carrier_api_key="for-tests", retry_attempts=4
    )
    config = CarrierConfig.from_settings(settings)
    assert config.api_key == "for-tests"
    assert (config.timeout, config.retry.attempts) == (5.0, 4)
