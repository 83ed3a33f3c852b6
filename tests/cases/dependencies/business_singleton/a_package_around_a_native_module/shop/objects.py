from parcels import ParcelClient

parcel_client = ParcelClient()  # finding: QK201
